# One image for the three services; the command says which: `python -m services registration`.
FROM python:3.13-slim AS build
RUN python3 -m venv /opt/plenary
WORKDIR /build
COPY requirements/app.lock requirements/
RUN --mount=type=cache,target=/root/.cache/pip \
    /opt/plenary/bin/pip install --disable-pip-version-check --require-hashes -r requirements/app.lock
COPY pyproject.toml LICENSE ./
COPY shared shared
COPY services services
COPY plenary plenary
# The README is for readers: a change of it makes no new image. What builds and installs stays behind in this stage.
RUN touch README.md \
 && /opt/plenary/bin/pip install --disable-pip-version-check --no-deps --no-build-isolation . \
 && /opt/plenary/bin/pip uninstall --disable-pip-version-check -q -y setuptools pip \
 && /opt/plenary/bin/python -m compileall -q /opt/plenary/lib

FROM python:3.13-slim
# pip goes whoever installed it: a distribution's own copy cannot be uninstalled by pip.
RUN python3 -c "import importlib.util as u, shutil; [shutil.rmtree(p) for n in ('pip', 'ensurepip') if (s := u.find_spec(n)) for p in s.submodule_search_locations]" \
 && rm -f /usr/bin/pip* /usr/local/bin/pip* \
 && groupadd --gid 10001 plenary \
 && useradd --uid 10001 --gid 10001 --no-log-init --no-create-home --home-dir /data --shell /usr/sbin/nologin plenary \
 && install -d -o plenary -g plenary -m 0700 /data
COPY --from=build /opt/plenary /opt/plenary
ENV PATH=/opt/plenary/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PLENARY_HOST=0.0.0.0 \
    PLENARY_PORT=8000 \
    PLENARY_DATA=/data
# By number, so that an orchestrator can see that it is not root.
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=3 \
    CMD ["python", "-m", "services.probe"]
CMD ["python", "-m", "services"]
