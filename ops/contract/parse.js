// Has the API's description in the file that is named read by a strict parser. Exit code 1 with what is wrong with it.
import SwaggerParser from '@apidevtools/swagger-parser';

const file = process.argv[2];
try {
  await SwaggerParser.validate(file);
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}
