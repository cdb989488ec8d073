package io.orderflow.process.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The address that a request comes from.
 *
 * @param text the address as it is logged
 * @param network the key by which it is counted: an IPv6 client has all of its /64 to itself, so a /64 counts as one
 */
record ClientAddress(String text, String network) {

    private static final int BYTES_OF_64_BITS = 8;

    static ClientAddress of(String address) {
        return new ClientAddress(address, network(address));
    }

    /** Returns the address of the request that this thread handles; empty if it handles none. */
    static Optional<ClientAddress> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .map(attributes -> of(attributes.getRequest().getRemoteAddr()));
    }

    private static String network(String address) {
        String bare = address.replaceFirst("%.*", "");
        if (!bare.contains(":")) {
            return bare;
        }
        try {
            InetAddress parsed = InetAddress.getByName(bare); // The address is a literal, so no name server is asked.
            return parsed instanceof Inet6Address ? prefix(parsed.getAddress()) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }

    private static String prefix(byte[] address) throws UnknownHostException {
        Arrays.fill(address, BYTES_OF_64_BITS, address.length, (byte) 0);
        return InetAddress.getByAddress(address).getHostAddress() + "/64";
    }
}
