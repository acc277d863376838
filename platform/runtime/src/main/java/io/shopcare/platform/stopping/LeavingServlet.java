package io.shopcare.platform.stopping;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks callers to leave their connections while the program drains. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LeavingServlet extends OncePerRequestFilter {
    private final Drain drain;

    LeavingServlet(Drain drain) {
        this.drain = drain;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (drain.leaving() && request.getHeader(HttpHeaders.UPGRADE) == null)
            response.setHeader(HttpHeaders.CONNECTION, "close");
        chain.doFilter(request, response);
    }
}
