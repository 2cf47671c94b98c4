"""Reports to a credit bureau, as a file that is not sent: what stands in it, and who must agree and be told before."""
