package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScaleTest {
    @TempDir
    private Path folder;

    @Test
    void refusesWhatCannotBeMoreThanOne() {
        for (var wish : List.of("broker=2", "order", "order=", "order=x", "order-service-2=3", "")) {
            assertThatThrownBy(() -> Scale.SINGLE.with(wish)).as(wish).isInstanceOf(UsageException.class)
                    .hasMessageContaining("order-service=3");
        }
        assertThatThrownBy(() -> Scale.SINGLE.with("order=0")).hasMessageContaining("1 to 9");
        assertThatThrownBy(() -> Scale.SINGLE.with("order=10")).hasMessageContaining("1 to 9");
    }

    @Test
    void knowsAnInstanceByWhatPeopleCallIt() {
        assertThat(List.of("order", "order-1", "order-service", "order-service-1")).allSatisfy(
                typed -> assertThat(Scale.instance(typed)).isEqualTo("order"));
        assertThat(List.of("order-3", "order-service-3")).allSatisfy(
                typed -> assertThat(Scale.instance(typed)).isEqualTo("order-3"));
        assertThat(Scale.instance("broker")).isEqualTo("broker");
    }

    @Test
    void givesEachInstanceAPortOfItsOwn() throws IOException {
        var scale = Scale.SINGLE;
        for (var program : List.of("gateway", "presale", "order", "aftersale", "crm")) {
            scale = scale.with(program + "=9");
        }
        var first = ports(0, scale);

        assertThat(new HashSet<>(first)).hasSameSizeAs(first).hasSize(9 * 5 + 2 + 4 + 1);
        assertThat(ports(100, scale)).as("a second stack beside it").doesNotContainAnyElementsOf(first);
    }

    @Test
    void startsFurtherInstancesOnTheSameDatabase() throws IOException {
        var programs = blueprint(0, Scale.SINGLE.with("order=2")).programs();

        assertThat(programs).extracting(Program::name).containsExactly("broker", "database", "partners", "presale",
                "order", "order-2", "aftersale", "crm", "gateway");
        var second = programs.get(5);
        assertThat(second.port()).isEqualTo(8092);
        assertThat(second.environment()).containsEntry("SERVER_PORT", "8092").containsEntry("SPRING_DATA_MONGODB_URI",
                "mongodb://localhost:27017/order");
        assertThat(programs.getLast().environment()).as("the gateway knows both").containsEntry(
                "SHOPCARE_GATEWAY_SERVICES_ORDER", "http://localhost:8082,http://localhost:8092");
        assertThat(second.command().words()).as("leaves the archive to the first").noneMatch(
                word -> word.contains("AutoCreateSharedArchive"));
    }

    @Test
    void isNotedForOtherCommands() throws IOException {
        var note = new StackNote(workspace(0));
        note.write(Scale.SINGLE.with("order=3"), Mode.FULL, Map.of("SHOPCARE_GATEWAY_ANSWER", "3s", "PATH", "/bin"));

        assertThat(new StackNote(workspace(0)).scale()).isEqualTo(Scale.SINGLE.with("order=3"));
        assertThat(new StackNote(workspace(0)).mode()).isEqualTo(Mode.FULL);
        assertThat(new StackNote(workspace(0)).environment()).isEqualTo(Map.of("SHOPCARE_GATEWAY_ANSWER", "3s"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace(0).data().resolve(
                "stack.properties")))).isEqualTo("rw-------");
    }

    @Test
    void isOneOfEachWhereNothingIsNoted() throws IOException {
        assertThat(new StackNote(workspace(0)).scale()).isEqualTo(Scale.SINGLE);
        assertThat(new StackNote(workspace(0)).mode()).isEqualTo(Mode.QUICK);
    }

    @Test
    void runsAllInTheSameMode() throws IOException {
        assertThat(blueprint(0, Scale.SINGLE).programs()).allSatisfy(program -> {
            assertThat(program.command().words()).contains("-XX:TieredStopAtLevel=1");
            assertThat(program.in(Mode.FULL).command().words()).doesNotContain("-XX:TieredStopAtLevel=1");
        });
        assertThat(new Blueprint(workspace(0), new Ports(0), Scale.SINGLE, Mode.FULL).programs().getFirst().command()
                .words()).contains("-Xmx384m");
    }

    private List<Integer> ports(int offset, Scale scale) throws IOException {
        return blueprint(offset, scale).programs().stream().flatMap(program -> program.ports().stream()).toList();
    }

    private Blueprint blueprint(int offset, Scale scale) throws IOException {
        return new Blueprint(workspace(offset), new Ports(offset), scale, Mode.QUICK);
    }

    private Workspace workspace(int offset) throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<module>presale-service</module><module>order-service</module>"
                + "<module>aftersale-service</module><module>crm-service</module><module>gateway</module>");
        return Workspace.of(folder, offset);
    }
}
