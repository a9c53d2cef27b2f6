"""How the program looks: colours, type, icons and the style sheet made from them."""
