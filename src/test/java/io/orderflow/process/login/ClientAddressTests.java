package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,             203.0.113.9",
        "::ffff:203.0.113.9,      203.0.113.9",
        "2001:db8:1:2:3:4:5:6,    2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::,          2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0,            fe80:0:0:0:0:0:0:0/64",
        "0:0:0:0:0:0:0:1,         0:0:0:0:0:0:0:0/64",
        "no:address:at:all,       no:address:at:all"
    })
    void countsIpv6ByTheNetworkThatOneClientHas(String address, String network) {
        assertThat(ClientAddress.of(address)).isEqualTo(new ClientAddress(address, network));
    }
}
