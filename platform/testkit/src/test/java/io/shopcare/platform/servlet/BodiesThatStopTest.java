package io.shopcare.platform.servlet;

import java.io.IOException;
import java.net.SocketTimeoutException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.ProblemCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

class BodiesThatStopTest {
    private final RequestBodyFilter filter = new RequestBodyFilter(DataSize.ofMegabytes(1),
            new ProblemResponses(new ProblemCatalogue(), () -> "a-trace"));

    @Test
    @DisplayName("G4 G5: a body whose rest never comes is refused as what it is, and nothing is done with its beginning")
    void areRefused() throws ServletException, IOException {
        var answer = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        filter.doFilter(stopping(), answer, chain);
        assertThat(chain.getRequest()).isNull();
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(Json.WIRE.readTree(answer.getContentAsByteArray()).path("type").asText())
                .isEqualTo("urn:shopcare:problem:malformed-request");
    }

    private static MockHttpServletRequest stopping() {
        var request = new MockHttpServletRequest("POST", "/api/things") {
            @Override
            public ServletInputStream getInputStream() {
                return new Stopping();
            }
        };
        request.setContentType("application/json");
        return request;
    }

    /** As the web server's own, when nothing comes for as long as it waits. */
    private static final class Stopping extends ServletInputStream {
        @Override
        public int read() throws IOException {
            throw new SocketTimeoutException();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
