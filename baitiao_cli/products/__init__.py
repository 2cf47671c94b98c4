"""The sample catalogue: one TOML file a product, shipped with the program and validated strictly."""
