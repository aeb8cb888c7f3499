from shared.http import Routes

routes = Routes(include_in_schema=False)
