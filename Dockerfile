# One file for all programs: docker build --build-arg PROGRAM=order-service .
# Stages: the jars of all programs; a program laid out in layers and trained once, so that the JVM starts from a cache of
# loaded and linked classes (JEP 514); what runs. Base images are arguments, so that a mirror or an own base serves as well.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG BASE_IMAGE=eclipse-temurin:25-jre
ARG JARS=build

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -Dquick -DskipTests package && deploy/collect-jars /jars

# "build" above, or an image with the jars that a pipeline has built and tested already (--build-arg JARS=...)
FROM ${JARS} AS jars

FROM ${BASE_IMAGE} AS trained
ARG PROGRAM
COPY --from=jars /jars/${PROGRAM}.jar /build/program.jar
COPY --from=jars /jars/database /build/database
COPY deploy/train deploy/jvm.options /build/
WORKDIR /app
RUN java -Djarmode=tools -jar /build/program.jar extract --layers --destination /build/layers \
 && for layer in dependencies spring-boot-loader snapshot-dependencies application; do \
      mkdir -p /build/layers/$layer && cp -rp /build/layers/$layer/. /app/; \
    done \
 && bash /build/train /app/program.jar /app/program.aot

FROM ${BASE_IMAGE}
ARG PROGRAM
ARG PORT
LABEL org.opencontainers.image.title="shopcare ${PROGRAM}" org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 shopcare && useradd --system --uid 10001 --gid shopcare --no-create-home shopcare
WORKDIR /app
# the order of change: libraries seldom, own code often
COPY --from=trained /build/layers/dependencies/ ./
COPY --from=trained /build/layers/snapshot-dependencies/ ./
COPY --from=trained /build/layers/application/ ./
COPY --from=trained /app/program.aot ./
COPY deploy/jvm.options ./
COPY deploy/healthy /usr/local/bin/healthy
# a cache that does not fit (another time of a jar is enough) would be left aside without a word: better no image than that
RUN java @/app/jvm.options -XX:AOTCache=/app/program.aot -XX:AOTMode=on --dry-run -jar /app/program.jar
ENV SERVER_PORT=${PORT} JAVA_OPTS="" MALLOC_ARENA_MAX=2
USER shopcare
EXPOSE ${PORT}
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "/usr/local/bin/healthy"]
# exec: the JVM is process 1 and hears SIGTERM; /tmp is the only place it writes to
ENTRYPOINT ["bash", "-c", "exec java @/app/jvm.options -XX:AOTCache=/app/program.aot $JAVA_OPTS -jar /app/program.jar"]
