package io.shopcare.gateway;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The events of all services for whoever wants to listen: as a page, and as the AsyncAPI document that it is made of. */
@Hidden
@RestController
class EventsController {
    /** Made once, when somebody first asks. */
    private static final class Made {
        static final String PAGE = EventsPage.html();
    }

    @GetMapping(path = "/docs/events", produces = "text/html;charset=UTF-8")
    String page() {
        return Made.PAGE;
    }

    @GetMapping(path = "/docs/asyncapi.yaml", produces = "application/yaml")
    Resource document() {
        return new ClassPathResource(EventsPage.DOCUMENT);
    }
}
