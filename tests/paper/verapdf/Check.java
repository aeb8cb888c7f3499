// Each rule of PDF/UA-1 that a file breaks, in a line; nothing where it conforms. Exit status 2 where nothing was checked.
import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

public class Check {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var path : paths) {
            try (var parser = Foundries.defaultInstance().createParser(new File(path), PDFAFlavour.PDFUA_1);
                 var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                var result = validator.validate(parser);
                if (result.getTotalAssertions() == 0) {
                    System.exit(2);
                }
                for (var failed : result.getTestAssertions()) {
                    System.out.println(path + ": " + failed.getRuleId().getClause() + " " + failed.getMessage());
                }
            }
        }
    }
}
