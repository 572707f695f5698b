"""Writes customers to data/customers.csv, straight from the database."""
import csv
import json

import boto3
import psycopg

secret = boto3.client("secretsmanager").get_secret_value(
    SecretId="arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/customers/db-AbCdEf"
)
login = json.loads(secret["SecretString"])

with psycopg.connect(host="customers.prod.acme.example", dbname="customers", **login) as connection:
    found = connection.execute("select id, name, email, phone, plan from customers limit 30")
    with open("data/customers.csv", "w", newline="") as file:
        csv.writer(file).writerows(found)
