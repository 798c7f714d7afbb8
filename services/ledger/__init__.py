"""The brokerage's own money: commission, expenses, margin."""
