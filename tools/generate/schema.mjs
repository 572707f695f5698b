// A zod schema as the JSON Schema that editors and validators of today read.
import * as z from "zod";

export function jsonSchema(schema, io) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io });
  return `${JSON.stringify({ $schema, ...rest }, null, 2)}\n`;
}
