package io.shopcare.standalone.doors;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The doors beside the main one, which is identity's. Port 0 takes any free one. */
@Component
public class Doors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Map<Door, Connector> connectors = new EnumMap<>(Door.class);

    Doors(@Value("${shopcare.sandbox.port}") int sandbox, @Value("${shopcare.mail.port}") int mail,
            @Value("${server.address}") InetAddress address) {
        connectors.put(Door.SANDBOX, connector(sandbox, address));
        connectors.put(Door.MAIL, connector(mail, address));
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalTomcatConnectors(connectors.values().toArray(Connector[]::new));
    }

    /** Where a door beside the main one really is. */
    public int port(Door door) {
        Connector connector = connectors.get(door);
        if (connector == null) {
            throw new IllegalArgumentException(door + " is the main door");
        }
        return connector.getLocalPort();
    }

    /** The door a request came through. */
    public Door of(HttpServletRequest request) {
        int port = request.getLocalPort();
        return connectors.keySet().stream().filter(door -> port(door) == port).findFirst().orElse(Door.IDENTITY);
    }

    private static Connector connector(int port, InetAddress address) {
        var connector = new Connector("HTTP/1.1");
        connector.setPort(port);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setAddress(address);
            protocol.setMinSpareThreads(1);
        }
        return connector;
    }
}
