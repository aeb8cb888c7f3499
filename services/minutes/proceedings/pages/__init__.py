"""The pages of the proceedings."""
