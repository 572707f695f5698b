"""Writes made-up customers to data/customers.csv. The same seed gives the same file."""
import csv
import random

FIRST = ["Ada", "Bo", "Cleo", "Dev", "Elif", "Finn", "Gus", "Hana", "Ines", "Jo"]
LAST = ["Archer", "Baker", "Carter", "Dyer", "Fisher", "Glover", "Hooper", "Mason", "Potter", "Weaver"]

random.seed(7)
with open("data/customers.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["id", "name", "email", "phone", "plan"])
    for number in range(1, 31):
        first, last = random.choice(FIRST), random.choice(LAST)
        email = f"{first}.{last}@example.com".lower()
        rows.writerow([number, f"{first} {last}", email, f"555-01{number:02}", random.choice(["free", "team"])])
