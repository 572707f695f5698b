"""Asks a question about a page of public documentation."""
import sys
from pathlib import Path

from openai import AzureOpenAI

client = AzureOpenAI(api_version="2024-10-21")  # endpoint and key come from the environment


def explain(page: Path, question: str) -> str:
    """Returns an answer that quotes the page it comes from."""
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Explain in plain words. Quote the page."},
            {"role": "user", "content": f"{page.read_text()}\n\n{question}"},
        ],
    )
    return answer.choices[0].message.content or ""


if __name__ == "__main__":
    print(explain(Path(sys.argv[1]), " ".join(sys.argv[2:])))
