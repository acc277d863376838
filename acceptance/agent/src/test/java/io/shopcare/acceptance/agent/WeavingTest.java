package io.shopcare.acceptance.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The points are where they say, in the programs as they are built now. */
class WeavingTest {
    private static final Path ROOT = Path.of(System.getProperty("shopcare.root", "../.."));

    private static final ClassHierarchyResolver CODE_OF_TODAY = ClassHierarchyResolver
            .ofResourceParsing(type -> file(type).map(WeavingTest::open).orElse(null));

    @ParameterizedTest
    @EnumSource(Point.class)
    void everyPointIsInTheCodeOfToday(Point point) throws IOException {
        var woven = woven(point.className());
        for (var name : point.methods()) {
            var bodies = methods(woven, name);
            assertThat(bodies).as("%s has no method %s any more", point.className(), name).isNotEmpty();
            for (var body : bodies)
                assertThat(passings(body)).as("%s in %s.%s", point.code(), point.className(), name)
                        .isGreaterThanOrEqualTo(point.isEntry() ? 1 : Math.toIntExact(returns(body)));
        }
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void wovenCodeIsSound(Point point) throws IOException {
        var errors = ClassFile.of().verify(Weaving.woven(point.className(), code(point.className()), CODE_OF_TODAY));
        assertThat(errors.stream().map(VerifyError::getMessage).filter(message -> !message.contains("resolve")))
                .isEmpty();
    }

    @Test
    void theClockOfThePlatformGoesThroughTheAgent() throws IOException {
        assertThat(calls(methods(woven("io.shopcare.platform.time.TimeAutoConfiguration"), "clock").getFirst()))
                .contains("io/shopcare/acceptance/agent/Faults.clock");
    }

    @Test
    void aShiftedClockIsWrongByWhatItIsTold() {
        var clock = Faults.clock(Clock.systemUTC());
        assertThat(ControlPort.obey("clock", "PT10M")).isEqualTo("ok");
        assertThat(clock.instant()).isCloseTo(Clock.systemUTC().instant().plus(10, MINUTES), within(5,
                java.time.temporal.ChronoUnit.SECONDS));
        ControlPort.obey("disarm");
        assertThat(Duration.between(Clock.systemUTC().instant(), clock.instant())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        assertThat(ControlPort.obey("kill", "no-such-point", "1")).contains("no-such-point");
        assertThat(ControlPort.obey("dance")).contains("not understood");
    }

    /** A process of its own is struck: nothing of Java may answer any more, and no hook may run. */
    @Test
    void killsForRealAtThePassageThatWasNamed(@TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output").toFile();
        var process = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Struck.class.getName()).redirectErrorStream(true)
                .redirectOutput(output).start();
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        assertThat(Files.readString(output.toPath())).contains("passed 1", "passed 2").doesNotContain("passed 3",
                "hook");
    }

    /** A program that arms itself and runs into it. */
    static final class Struck {
        private Struck() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
            ControlPort.obey("kill", Point.AFTER_THE_PULL.code(), "3");
            for (int passage = 1; passage < 10; passage++) {
                Faults.passing(Point.AFTER_THE_PULL.code());
                System.out.println("passed " + passage);
            }
        }
    }

    private static ClassModel woven(String name) throws IOException {
        return ClassFile.of().parse(Weaving.woven(name, code(name), CODE_OF_TODAY));
    }

    private static byte[] code(String name) throws IOException {
        return Files.readAllBytes(file(ClassDesc.of(name)).orElseThrow(() -> new AssertionError(
                name + " is in no module that was built: renamed, or the modules before this one were left out")));
    }

    private static Optional<Path> file(ClassDesc type) {
        var name = type.descriptorString();
        var path = name.substring(1, name.length() - 1) + ".class";
        return Stream.of("platform/runtime", "order-service")
                .map(module -> ROOT.resolve(module).resolve("target/classes").resolve(path)).filter(Files::exists)
                .findFirst();
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MethodModel> methods(ClassModel model, String name) {
        return model.methods().stream().filter(method -> method.methodName().equalsString(name)
                && method.code().isPresent()).toList();
    }

    private static long returns(MethodModel method) {
        return elements(method).filter(ReturnInstruction.class::isInstance).count();
    }

    private static long passings(MethodModel method) {
        return calls(method).stream().filter(call -> call.endsWith("Faults.passing")).count();
    }

    private static List<String> calls(MethodModel method) {
        return elements(method).filter(InvokeInstruction.class::isInstance).map(InvokeInstruction.class::cast)
                .map(call -> call.owner().asInternalName() + "." + call.name().stringValue()).toList();
    }

    private static Stream<CodeElement> elements(MethodModel method) {
        return method.code().orElseThrow().elementStream();
    }
}
