"""Schedules of the template, as EventBridge Scheduler runs them."""
