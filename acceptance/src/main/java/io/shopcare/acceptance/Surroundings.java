package io.shopcare.acceptance;

/**
 * Where the programs of a running stack are.
 *
 * @param gateway the one door
 * @param issuer  identity provider
 * @param mail    pages of the mail box
 * @param sandbox payment provider
 * @param broker  of the topics
 */
public record Surroundings(String gateway, String issuer, String mail, String sandbox, String broker) {

    /** The local stack; all its ports move by the offset. */
    public static Surroundings local(int portOffset) {
        return new Surroundings("http://localhost:" + (8080 + portOffset), "http://localhost:" + (9000 + portOffset),
                "http://localhost:" + (1080 + portOffset), "http://localhost:" + (9010 + portOffset),
                "localhost:" + (9092 + portOffset));
    }

    /** The same through the second instance of the gateway, where the local stack has one. */
    Surroundings atTheSecondGateway() {
        int colon = gateway.lastIndexOf(':');
        int port = Integer.parseInt(gateway.substring(colon + 1)) + 10;
        return new Surroundings(gateway.substring(0, colon + 1) + port, issuer, mail, sandbox, broker);
    }

    /** The local stack, moved by {@code SHOPCARE_PORT_OFFSET} as {@code ./shopcare} moves it. */
    static Surroundings fromEnvironment() {
        return local(Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0")));
    }
}
