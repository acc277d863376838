package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What this machine, its broker, database and gateway do with nothing of ours around them. */
final class BareLimits implements AutoCloseable {
    static final String BROKER = "broker, one in flight a key";
    static final String BROKER_TOGETHER = "broker, many in flight";
    static final String INSERT = "durable insert";
    static final String UPDATE = "versioned update";
    static final String DIRECT = "empty endpoint, direct";
    static final String THROUGH = "empty endpoint, gateway";
    static final String ECHO = "socket echo";
    static final List<String> ALL = List.of(BROKER, BROKER_TOGETHER, INSERT, UPDATE, DIRECT, THROUGH, ECHO);
    /** As large as an event and a small aggregate are. */
    private static final String KILOBYTE = "x".repeat(1000);
    /** As many as a relay has workers. */
    private static final int MANY = 8;
    private static final int FEW = 4;

    private final BareBroker broker;
    private final BareDatabase database;
    private final BareEcho echo = new BareEcho();
    private final Programs programs;
    private final Flow direct;
    private final Flow through;

    BareLimits(Market market, Ground ground, Programs programs) {
        this.programs = programs;
        this.broker = new BareBroker(market.at().broker(), KILOBYTE.getBytes(UTF_8));
        this.database = new BareDatabase(ground.database(), KILOBYTE);
        this.direct = empty(new Wire(ground.orderService()), market);
        this.through = empty(market.gateway(), market);
    }

    /** A path that nobody serves: token, routing, filters and the answer are all there is to it. Buyers by turns: the gateway lets none of them ask more than 500 times a second. */
    private static Flow empty(Wire wire, Market market) {
        var requests = market.buyers().map(buyer -> Wire.request("GET", "/api/order/nothing", buyer.headers(),
                new byte[0])).toList();
        return (number, due) -> {
            wire.send(requests.get((int) (number % requests.size()))).expect(404, "the empty endpoint");
            return System.nanoTime() - due;
        };
    }

    /** As much as they give, one after the other. */
    Map<String, Measured> of(List<String> names, Duration time) throws InterruptedException {
        var limits = new LinkedHashMap<String, Measured>();
        for (var name : names)
            limits.put(name, one(name, time));
        return limits;
    }

    Measured one(String name, Duration time) throws InterruptedException {
        boolean isTalk = name.equals(DIRECT) || name.equals(THROUGH) || name.equals(ECHO);
        return measure(name, new Load.Users(isTalk ? FEW : MANY), time);
    }

    /** At a rate, as something of ours is measured at it. */
    Measured at(double perSecond, String name, Duration time) throws InterruptedException {
        return measure(name, new Load.Arrivals(perSecond), time);
    }

    private Measured measure(String name, Load load, Duration time) throws InterruptedException {
        return new Measuring(programs, time.multipliedBy(2), time).run(name, load, flow(name));
    }

    private Flow flow(String name) {
        return switch (name) {
            case BROKER -> broker::oneByOne;
            case BROKER_TOGETHER -> broker::together;
            case INSERT -> database::insert;
            case UPDATE -> database::update;
            case DIRECT -> direct;
            case THROUGH -> through;
            case ECHO -> echo::echo;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void close() {
        echo.close();
        database.close();
        broker.close();
    }
}
