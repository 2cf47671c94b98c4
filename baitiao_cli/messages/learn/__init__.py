"""What the lessons say, one module a lesson; `{names}` are figures that the engine computes when a lesson is told."""
