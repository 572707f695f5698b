import { createServer } from "node:http";

const api = process.env.INVOICE_API ?? "http://localhost:3000";

/** Suggests a folder for an invoice by the words on it. */
function folderFor(invoice) {
  return /energy|power|water/i.test(invoice.supplier) ? "utilities" : "other";
}

createServer(async (request, response) => {
  const invoices = await (await fetch(`${api}/invoices`)).json();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(invoices.map((invoice) => ({ ...invoice, folder: folderFor(invoice) }))));
}).listen(8080);
