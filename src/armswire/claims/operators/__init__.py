"""The words stacked on a frame, from the inside out, and who acts in them."""
