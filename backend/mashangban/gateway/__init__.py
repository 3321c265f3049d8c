"""The local server: reads template.yaml and runs the same handlers, streams and schedules as on AWS."""
