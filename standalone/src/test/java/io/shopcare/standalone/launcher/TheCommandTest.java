package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./shopcare} on machines that lack something. */
class TheCommandTest {
    private static final List<String> TOOLS = List.of("bash", "sed", "grep", "dirname", "readlink", "cat", "head",
            "sort", "find", "env", "uname");

    @TempDir
    private Path machine;
    private Path bin;

    @BeforeEach
    void equip() throws IOException {
        bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            for (Path folder : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                if (Files.exists(folder.resolve(tool)) && Files.notExists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), folder.resolve(tool));
                }
            }
        }
    }

    @Test
    void saysHowToGetAJdk() throws Exception {
        var answer = run("status");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("Needs a JDK 25 or later; found: none").contains("adoptium.net");
    }

    @Test
    void saysThatAJdkIsTooOld() throws Exception {
        jdk("jdk-17", "17.0.15");
        jdk("jdk-21", "21.0.1");

        assertThat(run("up").text()).contains("Needs a JDK 25 or later; found: 17 21");
    }

    @Test
    void saysHowToGetMaven() throws Exception {
        jdk("jdk-26", "26");

        assertThat(run("test").text()).contains("Needs Maven 3.8.7 or later; found none");
    }

    @Test
    void saysThatMavenIsTooOld() throws Exception {
        jdk("jdk-25", "25.0.1");
        script(bin.resolve("mvn"), "echo Apache Maven 3.6.3");

        assertThat(run("test").text()).contains("Needs Maven 3.8.7 or later; found 3.6.3");
    }

    @Test
    void saysWhatItCanDo() throws Exception {
        assertThat(run("help").text()).contains("up [--detach]", "down", "status", "reset", "demo", "import FILE.csv",
                "restart NAME",
                "logs [NAME]", "test");
        assertThat(run("dance").text()).contains("Unknown command dance");
    }

    private void jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve("jvms").resolve(name));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(Files.createDirectories(home.resolve("bin")).resolve("javac"), "exit 1");
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Answer run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(bin.resolve("bash").toString(), Path.of("..", "shopcare").toAbsolutePath()
                .normalize().toString(), command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", machine.toString(), "SHOPCARE_JVMS",
                machine.resolve("jvms").toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private record Answer(int code, String text) {}
}
