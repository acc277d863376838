package io.shopcare.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.springframework.core.io.ClassPathResource;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

/** The AsyncAPI document of all services as a page that can be read: topics, events with their fields, and a sample of each. */
final class EventsPage {
    static final String DOCUMENT = "contracts/asyncapi.yaml";
    private static final String FRAMES = "/ws/";

    private final JsonNode document;
    private final StringBuilder page = new StringBuilder(500_000);

    private EventsPage(JsonNode document) {
        this.document = document;
    }

    /** Of the document on the class path. */
    static String html() {
        try (InputStream in = new ClassPathResource(DOCUMENT).getInputStream()) {
            return new EventsPage(new YAMLMapper().readTree(in)).written();
        } catch (IOException e) {
            throw new UncheckedIOException(DOCUMENT, e);
        }
    }

    private String written() {
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Shopcare events</title>")
                .append("<link rel=\"icon\" href=\"data:,\"><style>")
                .append("body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}")
                .append("code,pre{font-size:13px}pre{background:#8881;padding:.6rem;overflow:auto}td,th{text-align:left;")
                .append("vertical-align:top;padding:.1rem .8rem .1rem 0}h3{margin-bottom:0}</style>");
        text("h1", document.at("/info/title").asText());
        text("p", document.at("/info/description").asText());
        text("p",
                "One key is one aggregate, and its events are in order: ce_sequence is 1, 2, 3 ... without a gap. Between "
                        + "keys there is no order. An event may come again: what is not newer than the last one heard of its key is "
                        + "dropped. Topics are kept without limit, so a new subscriber hears all of the past. On the topic of an "
                        + "event that a service could not handle, with .dlt behind its name, there are copies for 30 days.");
        page.append("<p><a href=\"/docs/asyncapi.yaml\">asyncapi.yaml</a> (AsyncAPI ")
                .append(htmlEscape(document.path("asyncapi").asText())).append(")</p><ul>");
        document.path("channels").properties().forEach(channel -> page.append("<li><a href=\"#").append(
                htmlEscape(channel.getKey())).append("\">").append(htmlEscape(channel.getKey())).append("</a>"));
        page.append("</ul>");
        document.path("channels").properties().forEach(channel -> channel(channel.getKey(), channel.getValue()));
        return page.append("</html>").toString();
    }

    private void channel(String name, JsonNode channel) {
        page.append("<h2 id=\"").append(htmlEscape(name)).append("\">").append(htmlEscape(name)).append("</h2>");
        text("p", channel.path("description").asText());
        channel.path("messages").forEach(reference -> message(followed(reference), name.contains(FRAMES)));
    }

    private void message(JsonNode message, boolean isFrame) {
        text("h3", message.path("name").asText());
        text("p", message.path("summary").asText());
        var key = message.at("/bindings/kafka/key/description").asText();
        if (!key.isEmpty() && !isFrame)
            text("p", "Key: " + key);
        page.append("<table><tr><th>field<th>type<th>meaning");
        var schema = followed(message.path("payload"));
        var required = new ArrayList<String>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties").properties().forEach(field -> field(field.getKey(), field.getValue(), required));
        page.append("</table>");
        for (var example : message.path("examples")) {
            page.append("<details><summary>sample: ").append(htmlEscape(example.path("name").asText())).append(
                    "</summary>");
            text("pre", example.path("payload").toPrettyString());
            page.append("</details>");
        }
    }

    private void field(String name, JsonNode given, List<String> required) {
        var schema = followed(given);
        var type = typeOf(given);
        var description = given.path("description").asText(schema.path("description").asText());
        page.append("<tr><td><code>").append(htmlEscape(name)).append("</code>").append(required.contains(name)
                ? ""
                : " (optional)").append("<td>").append(htmlEscape(type)).append("<td>").append(htmlEscape(description));
    }

    /** Its name, or what it is; a description of its own stands beside a reference in {@code allOf}. */
    private static String typeOf(JsonNode given) {
        if (given.has("$ref"))
            return given.path("$ref").asText().replaceFirst(".*/", "");
        if (given.path("type").isTextual())
            return given.path("type").asText();
        return given.has("allOf") ? typeOf(given.path("allOf").path(0)) : given.has("const") ? "constant" : "";
    }

    private JsonNode followed(JsonNode given) {
        return given.has("$ref") ? document.at(given.path("$ref").asText().substring(1)) : given;
    }

    private void text(String element, String text) {
        page.append('<').append(element).append('>').append(htmlEscape(text)).append("</").append(element).append('>');
    }
}
