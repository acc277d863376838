package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which programs the stack has, in the order of their start: those of the modules that the build knows. */
final class Blueprint {
    static final String DATABASE = "database";
    static final String PARTNERS = "partners";
    static final String GATEWAY = "gateway";

    private final Workspace workspace;
    private final Ports ports;
    private final Scale scale;
    private final Mode mode;
    private final Environment environment;
    private final Broker broker;

    Blueprint(Workspace workspace, Ports ports, Scale scale, Mode mode) {
        this.workspace = workspace;
        this.ports = ports;
        this.scale = scale;
        this.mode = mode;
        this.environment = new Environment(ports, scale);
        this.broker = new Broker(workspace, ports);
    }

    List<Program> programs() {
        var programs = new ArrayList<Program>();
        programs.add(broker.program());
        programs.add(database());
        programs.add(partners());
        for (Service service : Service.values()) {
            if (workspace.hasModule(service.module())) {
                scale.instances(service.shortName()).forEach(instance -> programs.add(service(service, instance)));
            }
        }
        if (workspace.hasModule(GATEWAY)) {
            scale.instances(GATEWAY).forEach(instance -> programs.add(gateway(instance)));
        }
        return programs.stream().map(program -> program.in(mode)).toList();
    }

    /** Said when programs stop: a stop that makes archives of loaded classes is slower than those after it. */
    String stopping() {
        if (mode == Mode.TRAINING) {
            return "  stopping, which takes a minute or two: programs keep what they have learned for ./shopcare up --full";
        }
        boolean first = programs().stream().anyMatch(program -> !program.command().isPrepared());
        return first
                ? "  stopping; the first time after a build takes longer: programs keep their loaded classes"
                : "  stopping";
    }

    /** What is done on disk before the first start, and nothing when it was done before. */
    void prepare() {
        broker.prepare();
        bootJars().parallelStream().forEach(BootJar::extract);
    }

    private List<BootJar> bootJars() {
        var jars = new ArrayList<BootJar>();
        jars.add(partnersJar());
        for (Service service : Service.values()) {
            if (workspace.hasModule(service.module())) {
                jars.add(new BootJar(workspace.jar(service.module(), "")));
            }
        }
        if (workspace.hasModule(GATEWAY)) {
            jars.add(new BootJar(workspace.jar(GATEWAY, "")));
        }
        return jars;
    }

    private Program database() {
        Path lib = workspace.target("standalone/database").resolve("lib");
        return new Program(DATABASE, lib, Set.of(), List.of(ports.database()), new Readiness.LogLine(
                "embedded-mongo ready", ports.database()),
                new JavaCommand(192, List.of(
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"), lib + "/*", "io.shopcare.mongo.Main",
                        List.of(
                                "--dir", workspace.database().toString(), "--port", Integer.toString(ports
                                        .database())),
                        lib.resolveSibling("quick").resolve("database.jsa")),
                Environment.COMMON);
    }

    private Program partners() {
        return new Program(PARTNERS, partnersJar().packed(), Set.of(DATABASE), List.of(ports.identity(),
                ports.sandbox(), ports.mailPage(), ports.smtp()),
                Readiness.Page.at(ports.identity(),
                        "/.well-known/openid-configuration"),
                boot(partnersJar(), 96), environment.ofPartners(
                        workspace));
    }

    private Program service(Service service, int instance) {
        return program(service.shortName(), service.module(), instance, ports.service(service, instance), 160, Set.of(
                Broker.NAME, DATABASE));
    }

    private Program gateway(int instance) {
        return program(GATEWAY, GATEWAY, instance, ports.gateway(instance), 128, Set.of());
    }

    private Program program(String name, String module, int instance, int port, int heapMegabytes,
            Set<String> needs) {
        var jar = new BootJar(workspace.jar(module, ""));
        var command = boot(jar, heapMegabytes);
        return new Program(Scale.name(name, instance), jar.packed(), needs, List.of(port), Readiness.Page.at(port,
                "/actuator/health/readiness"), instance == 1 ? command : command.ofAFurtherInstance(),
                environment
                        .of(name, port));
    }

    private BootJar partnersJar() {
        return new BootJar(workspace.jar("standalone", "partners"));
    }

    private static JavaCommand boot(BootJar jar, int heapMegabytes) {
        return new JavaCommand(heapMegabytes, List.of("-Dspring.main.banner-mode=off"), jar.extracted().toString(),
                jar.mainClass(), List.of(), jar.folder().resolve("app.jsa"));
    }
}
