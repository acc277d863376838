package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a program tells that it is ready to serve. */
sealed interface Readiness {
    boolean reached(Path log);

    /** It says so in its log, and its port answers. */
    record LogLine(String text, int port) implements Readiness {
        @Override
        public boolean reached(Path log) {
            try {
                return Files.exists(log) && Files.readString(log, StandardCharsets.ISO_8859_1).contains(text)
                        && LocalPort.answers(port);
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A page of it answers 200. */
    record Page(URI uri) implements Readiness {
        static Page at(int port, String path) {
            return new Page(URI.create("http://127.0.0.1:" + port + path));
        }

        @Override
        public boolean reached(Path log) {
            try {
                var connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(2_000);
                try {
                    return connection.getResponseCode() == 200;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        }
    }
}
