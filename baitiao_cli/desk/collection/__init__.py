"""Before and after the due date: reminders, contacts, cases, promises, early warning, service requests."""
