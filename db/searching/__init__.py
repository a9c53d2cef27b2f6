"""How a query is answered: its terms, the rows worth weighing, their order, and what is marked in them."""
