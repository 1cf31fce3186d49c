"""How much the path can take, and how packets are spread over time: congestion control after Google's, GCC. Pure."""
