"""One lesson a module: a function that computes its figures with the engine, and the `LESSON` that tells them."""
