package io.orderflow.process.sessions;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session that is forgotten with its request. */
class VisitorSession implements HttpSession {

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext context;
    private final long now;
    private boolean over;

    VisitorSession(ServletContext context, long now) {
        this.context = context;
        this.now = now;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void invalidate() {
        over = true;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String getId() {
        return "visitor";
    }

    @Override
    public long getCreationTime() {
        return now;
    }

    @Override
    public long getLastAccessedTime() {
        return now;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        // The session ends with its request.
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
