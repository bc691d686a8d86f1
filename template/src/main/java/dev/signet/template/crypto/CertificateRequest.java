package dev.signet.template.crypto;

import dev.signet.template.url.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Whom a certificate is for.
 *
 * @param commonName in UTF-8
 * @param addresses as text
 * @param days from now until when it holds; may be negative
 */
public record CertificateRequest(
    String commonName, List<String> addresses, List<String> names, long days) {
  private static final String PRINTABLE = " '()+,-./:=?";

  public CertificateRequest {
    addresses = List.copyOf(addresses);
    names = List.copyOf(names);
  }

  X500Name subject() {
    if (commonName.isEmpty()) {
      return new X500Name(new RDN[0]);
    }
    boolean isPrintable =
        commonName
            .chars()
            .allMatch(
                code ->
                    code < 0x80
                        && (Character.isLetterOrDigit(code) || PRINTABLE.indexOf(code) >= 0));
    ASN1Encodable text =
        isPrintable ? new DERPrintableString(commonName) : new DERUTF8String(commonName);
    return new X500Name(new RDN[] {new RDN(BCStyle.CN, text)});
  }

  List<GeneralName> alternatives() throws UnusableException {
    List<GeneralName> all = new ArrayList<>();
    for (String name : names) {
      if (!name.chars().allMatch(code -> code < 0x80)) {
        throw new UnusableException("x509: a name cannot be encoded as an IA5String");
      }
      all.add(new GeneralName(GeneralName.dNSName, new DERIA5String(name)));
    }
    for (String address : addresses) {
      byte[] bytes =
          IpAddress.read(address).orElseThrow(() -> new UnusableException("error parsing ip"));
      all.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes)));
    }
    return all;
  }
}
