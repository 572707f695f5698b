"""Mails a note to everybody."""
import os
import smtplib
import sys
from email.message import EmailMessage
from pathlib import Path

message = EmailMessage()
message["Subject"] = "News from the office"
message["From"] = "facilities@acme.example"
message["To"] = "everybody@acme.example"
message.set_content(Path(sys.argv[1]).read_text())

with smtplib.SMTP(os.environ["SMTP_HOST"], 587) as server:
    server.starttls()
    server.login("facilities", os.environ["SMTP_PASSWORD"])
    server.send_message(message)
