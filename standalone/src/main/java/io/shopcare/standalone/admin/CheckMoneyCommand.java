package io.shopcare.standalone.admin;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * {@code ./shopcare check money}: whether payments, orders, refunds and the provider's ledger agree. Both sides are read by
 * number, page by page, and never held whole; what differs is looked at again until it agrees or the patience is over,
 * since money may be on its way. Exit codes: 0 all agree, 1 something differs or is not known, 2 wrong usage.
 */
public final class CheckMoneyCommand {
    private static final int PAGE = 200;
    private static final int MOST_TOLD = 50;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);

    private final AdminDesk desk;
    private final ProviderLedger provider;
    private final PrintStream out;
    private final int looks;
    /** What differed at the first look, by payment. */
    private final Map<String, List<String>> doubtful = new LinkedHashMap<>();
    private int payments;

    /** @param looks how often what differs is looked at again */
    CheckMoneyCommand(AdminDesk desk, ProviderLedger provider, PrintStream out, int looks) {
        this.desk = desk;
        this.provider = provider;
        this.out = out;
        this.looks = looks;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            System.err.println("Usage: ./shopcare check money");
            System.exit(2);
        }
        try {
            System.exit(new CheckMoneyCommand(AdminDesk.local(), ProviderLedger.local(), System.out, 60).run() ? 0 : 1);
        } catch (IOException e) {
            System.err.println("x It did not work: " + (e.getMessage() == null ? "nobody answers" : e.getMessage()));
            System.err.println("  is the stack up? ./shopcare status");
            System.exit(1);
        }
    }

    /** Says whether all agree. */
    boolean run() throws IOException, InterruptedException {
        comparePayments();
        var wrong = wrongOrders();
        for (int look = 0; look < looks && !(doubtful.isEmpty() && wrong.isEmpty()); look++) {
            Thread.sleep(LOOK_AGAIN_AFTER);
            lookAgain();
            if (!wrong.isEmpty())
                wrong = wrongOrders();
        }
        tell(doubtful);
        tell(wrong);
        out.printf("  %d payments, %d differ; %d orders do not add up%n", payments, doubtful.size(), wrong.size());
        return doubtful.isEmpty() && wrong.isEmpty();
    }

    /** Two lists in the same order, side by side. */
    private void comparePayments() throws IOException, InterruptedException {
        var theirs = new Pages(after -> provider.page(after, PAGE), page -> page);
        var ours = new Pages(after -> desk.get("order", "/books/payments?limit=" + PAGE + "&after=" + after),
                page -> page.path("items"));
        while (theirs.hasMore() || ours.hasMore()) {
            int order = !theirs.hasMore() ? 1 : !ours.hasMore() ? -1 : theirs.number().compareTo(ours.number());
            String number = order <= 0 ? theirs.number() : ours.number();
            JsonNode provided = order <= 0 ? theirs.next() : MissingNode.getInstance();
            JsonNode booked = order >= 0 ? ours.next() : MissingNode.getInstance();
            var differences = MoneyDifference.between(provided, booked);
            if (!differences.isEmpty())
                doubtful.put(number, differences);
            if (++payments % 1000 == 0)
                out.printf("  %7d payments  %4d to look at again%n", payments, doubtful.size());
        }
    }

    private void lookAgain() throws IOException, InterruptedException {
        for (String number : List.copyOf(doubtful.keySet())) {
            var differences = MoneyDifference.between(provider.payment(number), ours(number));
            if (differences.isEmpty())
                doubtful.remove(number);
            else
                doubtful.put(number, differences);
        }
    }

    private JsonNode ours(String number) throws IOException, InterruptedException {
        try {
            return desk.get("order", "/books/payments/" + number);
        } catch (AdminDesk.RefusedException e) {
            if (e.isNotFound())
                return MissingNode.getInstance();
            throw e;
        }
    }

    private Map<String, List<String>> wrongOrders() throws IOException, InterruptedException {
        var wrong = new LinkedHashMap<String, List<String>>();
        String after = "";
        JsonNode page;
        do {
            page = desk.get("order", "/books/orders?limit=" + PAGE + "&after=" + after);
            for (JsonNode order : page.path("items"))
                wrong.put("order " + order.path("orderId").asText(), List.of(order.path("problem").asText()));
            after = page.path("last").asText();
        } while (page.path("seen").asInt() == PAGE);
        return wrong;
    }

    private void tell(Map<String, List<String>> differences) {
        differences.entrySet().stream().limit(MOST_TOLD)
                .forEach(entry -> out.printf("    %s: %s%n", entry.getKey(), String.join("; ", entry.getValue())));
        if (differences.size() > MOST_TOLD)
            out.printf("    and %d more%n", differences.size() - MOST_TOLD);
    }

    /** Reads the page after a number. */
    private interface Source {
        JsonNode after(String number) throws IOException, InterruptedException;
    }

    /** A list that is read page by page while one goes along it. */
    private static final class Pages {
        private final Source source;
        private final Function<JsonNode, JsonNode> items;
        private List<JsonNode> page = List.of();
        private int at;
        private String last = "";
        private boolean isOver;

        Pages(Source source, Function<JsonNode, JsonNode> items) {
            this.source = source;
            this.items = items;
        }

        boolean hasMore() throws IOException, InterruptedException {
            if (at < page.size())
                return true;
            if (isOver)
                return false;
            var next = new ArrayList<JsonNode>();
            items.apply(source.after(last)).forEach(next::add);
            page = next;
            at = 0;
            isOver = next.size() < PAGE;
            return !page.isEmpty();
        }

        String number() {
            return page.get(at).path("paymentNo").asText();
        }

        JsonNode next() {
            last = number();
            return page.get(at++);
        }
    }
}
