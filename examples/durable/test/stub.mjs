/** A provider that costs next to nothing: responds to every request with the body given on the command line. Prints its port. */
import { createServer } from 'node:http';

const [body] = process.argv.slice(2);
createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
