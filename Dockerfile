# Letopis built from source. It uses a cluster (`--elasticsearch` or LETOPIS_ELASTICSEARCH), so the
# local server that the build also brings is left out of the image.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY index-mappings index-mappings
COPY src src
RUN mvn -q -B -ntp -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data letopis \
    && mkdir /data /config && chown letopis /data
WORKDIR /app
COPY --from=build /build/target/letopis.jar letopis.jar
COPY --from=build /build/target/lib lib
COPY crawler-config /config
USER letopis
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=8 \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080 && printf "GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n" >&3 && head -n 1 <&3 | grep -q " 200 "'
# exec form, so that SIGTERM reaches Java and it ends cleanly.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-jar", "/app/letopis.jar"]
CMD ["up", "--host", "0.0.0.0", "--port", "8080", "--data", "/data", "--config", "/config"]
