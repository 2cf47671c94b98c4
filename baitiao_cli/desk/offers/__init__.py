"""What customers are told of limits, and are offered."""
