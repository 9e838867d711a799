// An OpenID Connect provider for the tests: vouches for whom its first argument (JSON) tells of; says where it is.
import { OAuth2Server } from "oauth2-mock-server";

const vouched = JSON.parse(process.argv[2]);
const server = new OAuth2Server();
await server.issuer.keys.generate("RS256");
await server.start(0, "127.0.0.1");
server.service.on("beforeTokenSigning", (token) => Object.assign(token.payload, vouched));
server.service.on("beforeUserinfo", (answer) => { answer.body = vouched; });
console.log(server.issuer.url);
