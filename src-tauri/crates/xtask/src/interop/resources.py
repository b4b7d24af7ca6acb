# Judges every file with fhir.resources: one line each, the name and whether it was accepted.
import json
import os
import sys

from fhir.resources.R4B.questionnaire import Questionnaire

for name in sorted(os.listdir(sys.argv[1])):
    try:
        with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
            Questionnaire.model_validate(json.load(file))
        verdict = "ja"
    except Exception as fault:
        verdict = "nej " + " ".join(str(fault).split())[:140]
    print(name, verdict)
