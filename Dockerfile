# The service and the command line of Maitu. Neo4j runs in a container of its own (docker-compose.yml).
FROM node:22-bookworm-slim AS build
WORKDIR /maitu
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run -s build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /maitu
COPY --from=build /maitu/package.json /maitu/LICENSE /maitu/NOTICE /maitu/THIRD-PARTY-NOTICES.md ./
COPY --from=build /maitu/node_modules node_modules
COPY --from=build /maitu/dist dist
COPY --from=build /maitu/schema schema
COPY --from=build /maitu/samples samples
RUN mkdir /exchange && chown node:node /exchange
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=32", "dist/cli/main.js"]
CMD ["serve"]
