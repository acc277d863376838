package io.shopcare.acceptance.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Writes calls of {@link Faults} into the methods of the points, into what makes the clock, and into what polls the broker. */
final class Weaving implements ClassFileTransformer {
    private static final ClassDesc FAULTS = ClassDesc.of(Faults.class.getName());
    private static final MethodTypeDesc PASSING = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
    private static final Map<String, Exchange> EXCHANGES = Stream.of(
            new Exchange("io.shopcare.platform.time.TimeAutoConfiguration", "clock", "java.time.Clock"),
            new Exchange("org.apache.kafka.clients.consumer.KafkaConsumer", "poll",
                    "org.apache.kafka.clients.consumer.ConsumerRecords"))
            .collect(Collectors.toMap(Exchange::className, exchange -> exchange));

    /** What a method returns goes through {@link Faults} first. */
    record Exchange(String className, String method, String type) {
        private boolean fits(MethodModel candidate) {
            return candidate.methodName().equalsString(method)
                    && candidate.methodTypeSymbol().returnType().equals(ClassDesc.of(type));
        }
    }

    /** Classes that are changed when they are loaded. */
    static Set<String> classNames() {
        return Stream.concat(Arrays.stream(Point.values()).map(Point::className), EXCHANGES.keySet().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public byte @Nullable [] transform(@Nullable ClassLoader loader, String internalName,
            @Nullable Class<?> redefined, @Nullable ProtectionDomain domain, byte[] bytes) {
        var name = internalName.replace('/', '.');
        if (!classNames().contains(name))
            return null;
        try {
            return woven(name, bytes, ClassHierarchyResolver.ofResourceParsing(
                    loader == null ? ClassLoader.getSystemClassLoader() : loader));
        } catch (RuntimeException | Error e) {
            // the JVM would go on with the class as it was, and a point would be silent
            System.err.println("the failure agent could not weave " + name + ": " + e);
            Signals.KILL.strike();
            return null;
        }
    }

    /** The class with the calls in it; {@code others} finds the classes that it names. */
    static byte[] woven(String name, byte[] bytes, ClassHierarchyResolver others) {
        var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                others.orElse(ClassHierarchyResolver.defaultResolver())));
        var points = Arrays.stream(Point.values()).filter(point -> point.className().equals(name)).toList();
        var exchange = EXCHANGES.get(name);
        var transform = ClassTransform.ACCEPT_ALL;
        for (var method : points.stream().flatMap(point -> point.methods().stream()).distinct().toList())
            transform = transform.andThen(ClassTransform.transformingMethodBodies(
                    candidate -> candidate.methodName().equalsString(method), new Passing(points.stream()
                            .filter(point -> point.methods().contains(method)).toList())));
        if (exchange != null)
            transform = transform.andThen(ClassTransform.transformingMethodBodies(exchange::fits,
                    new Exchanging(exchange)));
        return classFile.transformClass(classFile.parse(bytes), transform);
    }

    private record Passing(List<Point> points) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            points.stream().filter(Point::isEntry).forEach(point -> pass(code, point));
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction)
                points.stream().filter(point -> !point.isEntry()).forEach(point -> pass(code, point));
            code.with(element);
        }

        private static void pass(CodeBuilder code, Point point) {
            code.ldc(point.code()).invokestatic(FAULTS, "passing", PASSING);
        }
    }

    private record Exchanging(Exchange exchange) implements CodeTransform {
        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            var type = ClassDesc.of(exchange.type());
            if (element instanceof ReturnInstruction)
                code.invokestatic(FAULTS, exchange.method(), MethodTypeDesc.of(type, type));
            code.with(element);
        }
    }
}
