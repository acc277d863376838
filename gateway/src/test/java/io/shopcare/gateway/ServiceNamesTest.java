package io.shopcare.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisplayName("G4: names of services that stand for containers")
class ServiceNamesTest {

    @Test
    @DisplayName("a container that is replaced, and further ones, are found though the name server called the first good for ten minutes")
    void findsWhatIsThereNow() throws Exception {
        var first = InetAddress.getByName("127.0.0.2");
        var second = InetAddress.getByName("127.0.0.3");
        var one = serving(first, 0);
        var other = serving(second, one.getAddress().getPort());
        try (var names = new NameServer()) {
            var client = HttpClient.create(ConnectionProvider.newConnection())
                    .resolver(spec -> ServiceNames.resolve(spec,
                            asking -> asking.nameServerProvider(new SingletonDnsServerAddressStreamProvider(names
                                    .address()))));
            var url = "http://orders.test:" + one.getAddress().getPort() + "/";
            names.answers(first);
            assertThat(get(client, url)).isEqualTo("127.0.0.2");

            names.answers(second);
            await().untilAsserted(() -> assertThat(get(client, url)).isEqualTo("127.0.0.3"));

            names.answers(first, second);
            await().until(() -> get(client, url).equals("127.0.0.2"));
            assertThat(Stream.generate(() -> get(client, url)).limit(40)).contains("127.0.0.2", "127.0.0.3");
        } finally {
            one.stop(0);
            other.stop(0);
        }
    }

    private static HttpServer serving(InetAddress address, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/", exchange -> {
            var body = address.getHostAddress().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String get(HttpClient client, String url) {
        return String.valueOf(client.get().uri(url).responseContent().aggregate().asString().block(Duration.ofSeconds(
                5)));
    }
}
