# One image for the three services; the command says which: `python -m services registration`.
FROM python:3.13-slim AS build
RUN python3 -m venv /opt/plenary
WORKDIR /build
COPY requirements/app.lock requirements/
RUN --mount=type=cache,target=/root/.cache/pip \
    /opt/plenary/bin/pip install --disable-pip-version-check --require-hashes -r requirements/app.lock
COPY pyproject.toml README.md LICENSE ./
COPY shared shared
COPY services services
RUN /opt/plenary/bin/pip install --disable-pip-version-check --no-deps --no-build-isolation . \
 && /opt/plenary/bin/pip uninstall --disable-pip-version-check -q -y setuptools pip \
 && /opt/plenary/bin/python -m compileall -q /opt/plenary/lib

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin plenary \
 && mkdir /data && chown plenary /data
COPY --from=build /opt/plenary /opt/plenary
ENV PATH=/opt/plenary/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PLENARY_HOST=0.0.0.0 \
    PLENARY_DATA=/data
USER plenary
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 \
    CMD ["python", "-m", "services.probe"]
CMD ["python", "-m", "services"]
