package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The tour with curl of the README, as it is printed there; only the ports are those of the stack at hand. */
final class TheTour {
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("localhost:(\\d+)");

    private final String script;

    private TheTour(String script) {
        this.script = script;
    }

    static TheTour in(Path readme, int portOffset) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(readme)).results().map(block -> block.group(1)).toList();
        if (blocks.isEmpty())
            throw new AssertionError("no tour in " + readme);
        return new TheTour(PORT.matcher(String.join("\n", blocks))
                .replaceAll(port -> "localhost:" + (Integer.parseInt(port.group(1)) + portOffset)));
    }

    /** What it prints; every command of it has to succeed. */
    String walk() throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0)
            throw new AssertionError("the tour ended with " + process.exitValue() + ":\n" + printed);
        return printed;
    }
}
